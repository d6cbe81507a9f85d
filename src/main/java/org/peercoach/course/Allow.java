package org.peercoach.course;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller or handler below {@code /c/{course}}: the roles that may call it. Everyone else gets a 403 with the
 * reason. A handler there without this annotation is refused to everybody, so that none is opened by forgetting.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Allow {
    MemberRole[] value();
}

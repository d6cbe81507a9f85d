package org.peercoach.console;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Links to the doctors' pages, where there are such pages. */
@Component
class DoctorLinks {

    private final Supplier<java.util.Set<String>> pages;

    DoctorLinks(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.pages = SingletonSupplier.of(() -> handlers.getObject().getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toSet()));
    }

    /** The connection doctor of a deployment. */
    @Nullable
    String check(long district, long deployment) {
        return pages.get().contains("/d/{district}/lms/{deployment}/check")
                ? "/d/" + district + "/lms/" + deployment + "/check"
                : null;
    }

    /** The launches of a district. */
    @Nullable
    String launches(long district) {
        return pages.get().contains("/d/{district}/launches") ? "/d/" + district + "/launches" : null;
    }
}

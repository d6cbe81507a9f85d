package org.peercoach.demo.platform;

import org.jspecify.annotations.Nullable;

/**
 * A column of the gradebook: a line item (AGS 2.0, 3.2).
 *
 * @param linkId the link it belongs to ("coupled"), or null for one on its own
 * @param madeByTool whether the tool created it by AGS; only such ones may be deleted
 */
public record Column(
        String id,
        String courseId,
        String label,
        double maximum,
        @Nullable String resourceId,
        @Nullable String tag,
        @Nullable String linkId,
        boolean madeByTool) {}

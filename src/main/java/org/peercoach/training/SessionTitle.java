package org.peercoach.training;

import org.jspecify.annotations.Nullable;

/** @param folder where its content is, or null while it is not open */
record SessionTitle(int number, String title, @Nullable String folder) {}

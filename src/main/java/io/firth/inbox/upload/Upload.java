package io.firth.inbox.upload;

import java.util.UUID;

/**
 * A file that waits for its message.
 *
 * @param mediaType an image's by its bytes, otherwise as the browser called it
 * @param size in bytes
 */
public record Upload(UUID id, String name, String mediaType, long size) {}

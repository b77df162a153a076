/** What agents have written and not sent, kept by the server so that no device and no refusal loses it. */
@NullMarked
package io.firth.inbox.draft;

import org.jspecify.annotations.NullMarked;

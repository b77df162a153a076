/** What the widget asks for beside its socket: its settings, its frame, files and a transcript. No cookie counts here. */
@NullMarked
package io.firth.channel.chat.widget;

import org.jspecify.annotations.NullMarked;

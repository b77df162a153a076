-- Which names the messages of a conversation have: asked for every few minutes, to see whether they are still there.
create index thread_key_of_conversation on thread_key (conversation);

package io.firth.channel.email.server;

/** Who signs in. */
public record Login(String user, String password) {

    /** Without the password: this may end up in a log. */
    @Override
    public String toString() {
        return user;
    }
}

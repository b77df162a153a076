package io.firth.http.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** What a name stands for at this moment. Blocks. */
@FunctionalInterface
interface Resolver {

    List<InetAddress> resolve(String name) throws UnknownHostException;

    /** As this machine resolves names. */
    static Resolver system() {
        return name -> List.of(InetAddress.getAllByName(name));
    }
}

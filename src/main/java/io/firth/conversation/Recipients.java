package io.firth.conversation;

import java.util.List;

/**
 * To whom a message goes.
 *
 * @param bcc those whom the others do not see
 */
public record Recipients(List<Address> to, List<Address> cc, List<Address> bcc) {

    public Recipients {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
    }

    static Recipients to(List<Address> to) {
        return new Recipients(to, List.of(), List.of());
    }

    public boolean isEmpty() {
        return to.isEmpty() && cc.isEmpty() && bcc.isEmpty();
    }
}

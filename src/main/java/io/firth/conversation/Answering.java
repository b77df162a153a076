package io.firth.conversation;

import io.firth.conversation.Command.Reply;
import io.firth.conversation.Interaction.Assigned;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.SendStopped;
import java.util.ArrayList;
import java.util.List;

/** Who may answer in a conversation as it stands now, and what happens then. */
record Answering(Conversation now) {

    List<Interaction> reply(Actor actor, Reply reply) {
        Conversation.requireWords(reply.content());
        if (now.mergedInto() != null) {
            throw new Refused("conversation.merged", "This conversation goes on in another one; answer there.");
        }
        if (actor.kind() == Actor.Kind.BOT && now.assignment().ownership() != Ownership.BOT) {
            throw new Refused("reply.not_bots_turn", "An agent serves this conversation; the bot is silent.");
        }
        var slots = Slots.in(reply.content().text());
        if (!reply.asWritten() && !slots.isEmpty()) {
            throw new Refused("reply.unfilled_slot", "Fill in {{" + slots.getFirst() + "}} before this is sent.");
        }
        var collision = now.guard().check(actor, reply.baseSeq(), reply.stopForCustomer());
        if (collision.isPresent()) {
            return List.of(new SendStopped(
                    collision.get(), reply.baseSeq(), now.guard().lastPublicSeq()));
        }
        var happened = new ArrayList<Interaction>();
        happened.add(Message.out(Origin.HUMAN, reply.from(), recipients(reply), reply.content()));
        if (actor.kind() == Actor.Kind.AGENT && now.assignment().agent() == null) {
            happened.add(new Assigned(actor.id(), now.assignment().team()));
        }
        return happened;
    }

    /** Whoever only joined by a token is told nothing: a mail to it would make it one of those who take part. */
    List<Interaction> acknowledge(Command.Acknowledge acknowledge) {
        if (now.mergedInto() != null || now.isSpam() || !now.parties().includes(acknowledge.to())) {
            return List.of();
        }
        var to = Recipients.to(List.of(acknowledge.to()));
        return List.of(Message.out(Origin.AUTO_REPLY, acknowledge.from(), to, acknowledge.content()));
    }

    List<Interaction> ask(Command.Ask ask) {
        var survey = ask.content().survey().orElseThrow();
        var stands = !survey.resolution() || now.status().category() == Category.RESOLVED;
        if (!stands
                || now.mergedInto() != null
                || now.isSpam()
                || !now.parties().includes(ask.to())) {
            return List.of();
        }
        return List.of(Message.out(Origin.AUTO_REPLY, ask.from(), Recipients.to(List.of(ask.to())), ask.content()));
    }

    private Recipients recipients(Reply reply) {
        var asked = reply.recipients();
        return asked == null || asked.isEmpty() ? Recipients.to(now.parties().recipients()) : asked;
    }
}

package io.firth.survey.answer;

import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.Questions;
import io.firth.conversation.Content;
import io.firth.conversation.Part;
import io.firth.survey.Scale;
import io.firth.survey.wording.MailWords;
import io.firth.survey.wording.Wordings;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The mails that ask. The link is made when a mail goes out, so that nobody finds it in the conversation. */
@Singleton
class ByMail implements Questions {

    private final Accounts accounts;
    private final Wordings wordings;
    private final Links links;

    ByMail(Accounts accounts, Wordings wordings, Links links) {
        this.accounts = accounts;
        this.wordings = wordings;
        this.links = links;
    }

    @Override
    public Content asMail(UUID account, Content content) {
        return content.survey().map(survey -> asked(account, content, survey)).orElse(content);
    }

    private Content asked(UUID account, Content content, Part.Survey survey) {
        var name = accounts.find(account).map(Account::name).orElse("Firth");
        var words = MailWords.of(
                wordings.of(survey.language()),
                Scale.of(survey.scale()),
                links.to(survey.id()),
                name,
                survey.reminder());
        return new Content(words.text(), "", words.html(), content.attachments(), content.parts());
    }
}

package io.firth.survey.answer;

import io.firth.http.ForOtherSites;
import io.firth.http.LargeBody;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/**
 * The pages of rating send no referrer, so a browser does not say that their own form is theirs (Fetch, 3.2: the origin is
 * {@code null} then); nobody is signed in there, the link is all that counts.
 */
@Singleton
class Rooms implements ForOtherSites, LargeBody {

    private static final String PATH = "/rate/";

    /** 2,000 characters of four bytes, each written as {@code %XX}, and what else a form has. */
    private static final long LONGEST_FORM = 32 * 1024;

    @Override
    public boolean includes(String path) {
        return path.startsWith(PATH);
    }

    @Override
    public OptionalLong limit(String path) {
        return path.startsWith(PATH) ? OptionalLong.of(LONGEST_FORM) : OptionalLong.empty();
    }
}

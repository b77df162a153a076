package io.firth.inbox.upload;

import io.firth.http.LargeBody;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

@Singleton
class UploadAllowance implements LargeBody {

    private final long largest;

    UploadAllowance(UploadConfig config) {
        this.largest = config.maxSize().asLongValue();
    }

    @Override
    public OptionalLong limit(String path) {
        return path.equals(UploadsResource.PATH) ? OptionalLong.of(largest) : OptionalLong.empty();
    }
}

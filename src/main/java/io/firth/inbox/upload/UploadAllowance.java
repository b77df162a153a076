package io.firth.inbox.upload;

import io.firth.http.LargeBody;
import jakarta.inject.Singleton;

@Singleton
class UploadAllowance implements LargeBody {

    private final long largest;

    UploadAllowance(UploadConfig config) {
        this.largest = config.maxSize().asLongValue();
    }

    @Override
    public long largest(String path) {
        return path.equals(UploadsResource.PATH) ? largest : 0;
    }
}

package io.firth.exchange.imports;

import io.firth.http.LargeBody;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

@Singleton
class ImportAllowance implements LargeBody {

    private final long largest;

    ImportAllowance(ImportConfig config) {
        this.largest = config.maxSize().asLongValue();
    }

    @Override
    public OptionalLong limit(String path) {
        return path.equals(ImportResource.PATH) ? OptionalLong.of(largest) : OptionalLong.empty();
    }
}

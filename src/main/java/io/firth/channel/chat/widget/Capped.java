package io.firth.channel.chat.widget;

import io.firth.channel.chat.visitor.Uploads.Ticket;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import org.jspecify.annotations.Nullable;

/** Writes on as long as no more comes than was announced; then it fails, and whoever pours into it stops. */
final class Capped implements WriteStream<Buffer> {

    private final WriteStream<Buffer> target;
    private final Ticket ticket;
    private long written;

    Capped(WriteStream<Buffer> target, Ticket ticket) {
        this.target = target;
        this.ticket = ticket;
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        target.exceptionHandler(handler);
        return this;
    }

    @Override
    public Future<Void> write(Buffer data) {
        written += data.length();
        if (written <= ticket.size()) {
            return target.write(data);
        }
        return Future.failedFuture(UploadRoute.tooLarge(ticket));
    }

    @Override
    public void write(Buffer data, Handler<AsyncResult<Void>> handler) {
        write(data).onComplete(handler);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
        target.end(handler);
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
        target.setWriteQueueMaxSize(maxSize);
        return this;
    }

    /** The target is closed by then where too much has come. */
    @Override
    public boolean writeQueueFull() {
        return written <= ticket.size() && target.writeQueueFull();
    }

    @Override
    public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
        target.drainHandler(handler);
        return this;
    }
}

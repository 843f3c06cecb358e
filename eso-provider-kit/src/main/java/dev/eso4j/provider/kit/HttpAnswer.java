package dev.eso4j.provider.kit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;

/** An answer as it came in. A class and no record, because what a record prints of itself would be the body. */
final class HttpAnswer {
    private static final int MOST_INTERIM_ANSWERS = 10;

    final int status;
    final Header[] headers;
    final byte[] body;
    /** Whether the connection has nothing left of it and may be used again. */
    final boolean complete;

    private HttpAnswer(ClassicHttpResponse head, byte[] body, boolean complete) {
        this.status = head.getCode();
        this.headers = head.getHeaders();
        this.body = body;
        this.complete = complete;
    }

    /**
     * Reads an answer to its end.
     *
     * @param bodiless whether the request was one whose answer has no body
     * @param most how many bytes the body may have
     * @param begun is run when the head is there
     */
    static HttpAnswer read(HttpCodec codec, boolean bodiless, int most, Runnable begun)
            throws IOException, HttpException {
        ClassicHttpResponse head = codec.receiveResponseHeader();
        begun.run();
        for (int i = 0; head.getCode() < 200; i++) {
            if (i == MOST_INTERIM_ANSWERS || head.getCode() == 101) {
                throw new IOException("interim answers only");
            }
            head = codec.receiveResponseHeader();
        }
        if (bodiless || head.getCode() == 204 || head.getCode() == 304) {
            // A body that a server sends all the same is seen before the connection is used again.
            return new HttpAnswer(head, new byte[0], goesOn(head));
        }
        codec.receiveResponseEntity(head);
        HttpEntity entity = head.getEntity();
        boolean delimited = entity.isChunked() || entity.getContentLength() >= 0;
        return new HttpAnswer(head, body(entity, most), delimited && goesOn(head));
    }

    private static byte[] body(HttpEntity entity, int most) throws IOException {
        if (entity.getContentLength() > most) {
            throw new ResponseTooLargeException(most);
        }
        InputStream content = entity.getContent();
        byte[] body = content.readNBytes(most);
        if (body.length == most && content.read() >= 0) {
            throw new ResponseTooLargeException(most);
        }
        return body;
    }

    /** Since HTTP/1.1 a connection goes on unless somebody says otherwise. */
    private static boolean goesOn(ClassicHttpResponse head) {
        if (head.getVersion() == null || !head.getVersion().greaterEquals(HttpVersion.HTTP_1_1)) {
            return false;
        }
        for (Header header : head.getHeaders("Connection")) {
            if (String.valueOf(header.getValue()).toLowerCase(Locale.ROOT).contains("close")) {
                return false;
            }
        }
        return true;
    }
}

package dev.eso4j.core.cluster;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Asked at the last moment before a write goes to the wire: between the decision to write and that moment a call may have
 * waited for its turn or for a connection, and a process may have been frozen.
 *
 * @param what names the call for a message
 * @param holder whether it may be sent
 */
record SendingPermission(String what, BooleanSupplier holder) {
    static Response check(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        SendingPermission permission = request.tag(SendingPermission.class);
        if (permission != null && !permission.holder().getAsBoolean()) {
            throw new ClusterException(
                    ClusterException.Reason.UNAVAILABLE,
                    permission.what() + ": not sent, this replica does not hold the lease");
        }
        return chain.proceed(request);
    }
}

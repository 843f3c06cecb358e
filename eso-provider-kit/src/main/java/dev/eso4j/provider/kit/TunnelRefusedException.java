package dev.eso4j.provider.kit;

import java.io.IOException;

/** Says that a proxy does not let anybody through to the backend. */
final class TunnelRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    TunnelRefusedException(int status) {
        super("status " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}

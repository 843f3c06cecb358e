package dev.eso4j.standalone;

import dev.eso4j.core.cluster.ResourceType;

/**
 * Does beside the start what the first objects would have to wait for: finding out how they are read and written. The
 * process has mostly one thread to run until the first list is asked for, and seldom only one core.
 */
final class Preparation {
    private Preparation() {}

    static void start() {
        Thread thread = new Thread(Preparation::run, "eso-preparation");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run() {
        ResourceType.EXTERNAL_SECRETS.prepareReading();
        ResourceType.CLUSTER_SECRET_STORES.prepareReading();
        ResourceType.SECRET_STORES.prepareReading();
        ResourceType.SECRETS.prepareWriting();
        ResourceType.EXTERNAL_SECRET_STATES.prepareReading();
    }
}

package dev.eso4j.fuzz;

/**
 * What a run came to.
 *
 * @param tried how many inputs were tried
 * @param accepted how many of them were taken
 * @param refused how many were refused with a message
 */
public record Tally(int tried, int accepted, int refused) {}

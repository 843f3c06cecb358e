package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One document of a file.
 *
 * @param number its number, from 1
 * @param tree its content
 * @param lines the line of every field, by path
 */
record ManifestDocument(int number, JsonNode tree, Map<String, Integer> lines) {}

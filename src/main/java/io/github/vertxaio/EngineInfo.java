package io.github.vertxaio;

import java.util.Map;

/**
 * What an engine decided at its start, and what it runs where.
 *
 * @param engine the choice of the options
 * @param ready whether the engine has asked what this kernel can do; until then, some hundred
 *     milliseconds after its start, it gives every request to a worker
 * @param ring whether the ring of at least one event loop is in use
 * @param ringStatus why the ring is used or is not, in words
 * @param places for each operation where it runs on an event loop of this engine, first choice
 *     first: {@code inline}, {@code ring}, {@code pool}
 */
public record EngineInfo(
    Engine engine, boolean ready, boolean ring, String ringStatus, Map<String, String> places) {}

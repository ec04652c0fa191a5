package dev.hew.contract;

import java.util.List;
import java.util.Map;

/** Schemes that are needed together, each with its scopes; no scheme at all means that nothing is needed. */
public record SecurityRequirement(Map<String, List<String>> schemes) {}

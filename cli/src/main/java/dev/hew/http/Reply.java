package dev.hew.http;

import dev.hew.tree.Content;
import java.util.List;
import java.util.Map;

/** A server's answer to one request, whatever its status. */
public record Reply(int status, Map<String, List<String>> headers, Content body) {}

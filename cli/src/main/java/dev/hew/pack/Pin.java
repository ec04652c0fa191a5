package dev.hew.pack;

import java.util.Optional;

/**
 * What exactly a pack from elsewhere was.
 *
 * @param text where it is, as {@code hew.yaml} says
 * @param commit its commit in small hexadecimal digits; empty for a folder, which has none
 * @param digest the SHA-256 of its files in small hexadecimal digits
 */
public record Pin(String text, Optional<String> commit, String digest) {}

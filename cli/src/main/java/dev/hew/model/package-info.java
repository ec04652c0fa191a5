/** What templates may see: a service described in records, in the terms of the pack's language. */
package dev.hew.model;

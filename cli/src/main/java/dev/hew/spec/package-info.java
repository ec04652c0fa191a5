/** The manifest {@code hew.yaml}: what the user wants made of a contract. */
package dev.hew.spec;

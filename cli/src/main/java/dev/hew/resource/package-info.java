/** What a contract's operations keep: collections with their items, and single things. */
package dev.hew.resource;

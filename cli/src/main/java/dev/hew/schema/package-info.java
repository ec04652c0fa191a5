/** Asks JSON Schemas about values: what is wrong with one, and what a right one looks like. */
package dev.hew.schema;

/** Turns YAML and JSON text into nodes that know their place: the one door to the YAML and JSON readers. */
package dev.hew.yaml;

/** Measures how many wrong servers the contract cases see through. */
package dev.hew.mutants;

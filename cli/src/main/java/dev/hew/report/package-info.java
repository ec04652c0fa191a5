/** Says what is wrong and where, as values, and prints it for people and for machines. */
package dev.hew.report;

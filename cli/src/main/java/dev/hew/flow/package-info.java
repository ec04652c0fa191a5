/** The stories that commands tell, from the first step to the last: start reading here. */
package dev.hew.flow;

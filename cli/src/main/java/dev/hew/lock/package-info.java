/** Remembers what hew wrote: the lock, and the pristine bytes beside it. */
package dev.hew.lock;

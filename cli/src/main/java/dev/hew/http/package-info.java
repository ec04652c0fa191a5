/** The edge to the network, which is touched only when the user typed an address. */
package dev.hew.http;

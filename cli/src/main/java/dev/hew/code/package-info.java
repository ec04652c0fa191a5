/** Java source as its syntax shows it, before anybody asks what a name means. */
package dev.hew.code;

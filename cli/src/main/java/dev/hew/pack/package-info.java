/** Template packs: what a stack's folder says about the files of a service. */
package dev.hew.pack;

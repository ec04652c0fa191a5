/** How a service stores its resources: tables, columns, and what its operations do with them, as templates see it. */
package dev.hew.storage;

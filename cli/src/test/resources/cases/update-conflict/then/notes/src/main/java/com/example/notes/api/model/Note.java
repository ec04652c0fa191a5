package com.example.notes.api.model;

/** Mine. */
public record Note(String text, String author) {}

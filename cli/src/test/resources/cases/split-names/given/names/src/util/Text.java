package shop.util;

public class Text {}

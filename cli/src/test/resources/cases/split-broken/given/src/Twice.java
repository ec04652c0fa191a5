package a;
class Good { }

package a;
class Good { Bad b; void m() { b.x(); } }

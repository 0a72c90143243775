#pragma once
// What Swift's Glibc module hides: epoll, eventfd, accept4.

// Names the calling thread for `ps -L` and debuggers (15 bytes; the rest is cut).
void clinux_name_this_thread(const char *name);

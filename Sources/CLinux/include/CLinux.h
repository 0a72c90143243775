#pragma once
// What Swift's Glibc module hides: epoll, eventfd, accept4.

#include "core/base/handover.h"

#include "tests/support/catch.h"

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

using checkup::Handover;

TEST_CASE("things come out in the order in which they were given, to the last")
{
    Handover<int> handover(2);
    std::vector<int> taken;
    {
        const std::jthread user([&] {
            while (const auto one = handover.take())
                taken.push_back(*one);
        });
        for (int i = 0; i < 1000; ++i)
            handover.give(i);
        handover.end();
    }
    REQUIRE(taken.size() == 1000);
    for (int i = 0; i < 1000; ++i)
        REQUIRE(taken[static_cast<std::size_t>(i)] == i);
}

TEST_CASE("who makes waits while as many wait as may")
{
    Handover<int> handover(2);
    std::atomic<int> given = 0;
    std::jthread maker([&] {
        for (int i = 0; i < 5; ++i) {
            handover.give(i);
            ++given;
        }
        handover.end();
    });
    while (given < 2)
        std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    CHECK(given == 2);
    int sum = 0;
    while (const auto one = handover.take())
        sum += *one;
    CHECK(sum == 0 + 1 + 2 + 3 + 4);
    CHECK_FALSE(handover.take());
}

TEST_CASE("several users share what is given, each thing once")
{
    Handover<int> handover(1);
    std::atomic<int> sum = 0;
    {
        std::vector<std::jthread> users;
        for (int i = 0; i < 3; ++i)
            users.emplace_back([&] {
                while (const auto one = handover.take())
                    sum += *one;
            });
        for (int i = 1; i <= 100; ++i)
            handover.give(i);
        handover.end();
    }
    CHECK(sum == 5050);
}

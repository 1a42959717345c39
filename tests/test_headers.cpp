// SPDX-License-Identifier: GPL-3.0-or-later
// Only so that there is a target whose precompiled headers the tests can share.
